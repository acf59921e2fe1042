# 102 tags, two too many: each would have an indicator of its own.
awk 'BEGIN {
    print "seatsim: 1\nstandard: cn-2017\nyears: 2020..2024"
    print "districts: [{id: west, births: {2008: 1, 2009: 1, 2010: 1, 2011: 1, 2012: 1, 2013: 1, 2014: 1, projection: hold}, pupils: {primary: 600}}]"
    print "facilities:"
    print "  - id: school\n    stage: primary\n    rooms: 14\n    pupils: 600\n    tags:"
    for (i = 1; i <= 102; i++) print "      - tag-" i
}' > too-many-tags.yaml
