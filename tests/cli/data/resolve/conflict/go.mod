module example.com/store

go 1.20

require money.example.com/sum v1.2.0
