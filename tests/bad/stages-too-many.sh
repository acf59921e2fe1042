# No more stages than ages at which one may begin: what a scenario holds by stage grows with them.
{
    printf 'seatsim: 1\nyears: 2020..2025\nsectors: [public]\nstages:\n'
    for i in $(seq 0 40); do
        echo "  - {id: s$i, entry_age: $i, grades: 1, class_limit: 45}"
    done
    printf 'districts:\n  - {id: west, births: {2010: 100}}\n'
} >stages-too-many.yaml
