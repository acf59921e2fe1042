# A command refuses a format that it does not have with those it has (E504), and one without formats the option (E512).
for format in xml '' 'text|json' jso; do "$SEATSIM" validate --format "$format" plan.yaml; done
"$SEATSIM" run --format json plan.yaml
