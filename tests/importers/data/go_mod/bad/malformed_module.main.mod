module example.com/a/
