go 1.22 // and
go 1.21
go 1.22 1.23
