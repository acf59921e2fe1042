ln -s /dev/zero endless-file.yaml
