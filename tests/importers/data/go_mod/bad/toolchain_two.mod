toolchain default

toolchain go1.22.0
