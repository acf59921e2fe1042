# A thousand schools of 100,000 sites each merge into one.
{
    cat <<'END'
seatsim: 1
years: 2020..2025
sectors: [public, private]
stages:
  - {id: primary, entry_age: 6, grades: 6, class_limit: 45}
districts:
  - id: west
    births: {2008: 100, 2009: 100, 2010: 100, 2011: 100, 2012: 100, 2013: 100, 2014: 100, 2015: 100, 2016: 100,
             2017: 100, 2018: 100, 2019: 100, 2020: 100}
facilities: {table: schools.csv}
projects: {table: mergers.csv}
END
} >sites-too-many.yaml
{
    echo id,stage,classes,sites
    seq 0 1100 | sed 's/.*/s&,primary,1,100000/'
} >schools.csv
{
    echo merge,into,year
    seq 1 1100 | sed 's/.*/s&,s0,2022/'
} >mergers.csv
