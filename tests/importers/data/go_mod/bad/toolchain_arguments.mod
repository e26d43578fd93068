toolchain go1.22.0 local
