module example.com/m
)
