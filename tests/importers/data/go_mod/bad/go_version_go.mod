go go1.22
