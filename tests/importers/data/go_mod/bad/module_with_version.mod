module example.com/m v1.0.0
