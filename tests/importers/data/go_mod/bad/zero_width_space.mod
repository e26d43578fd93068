module example.com/​m
