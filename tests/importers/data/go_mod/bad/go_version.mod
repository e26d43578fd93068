go v1.22
