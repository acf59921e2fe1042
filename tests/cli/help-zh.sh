# The language comes from LC_ALL, LC_MESSAGES or LANG, in this order; --lang goes before them.
LANG=zh_CN.UTF-8 "$SEATSIM" check --help
LC_ALL=en_GB.UTF-8 LANG=zh_CN.UTF-8 "$SEATSIM" --help | head -n 1
LC_MESSAGES=zh_TW.UTF-8 "$SEATSIM" --help | head -n 1
LANG=zh_CN.UTF-8 "$SEATSIM" --help --lang en | head -n 1
