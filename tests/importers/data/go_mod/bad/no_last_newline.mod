module example.com/m
go x