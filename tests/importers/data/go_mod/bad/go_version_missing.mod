module example.com/m
go
