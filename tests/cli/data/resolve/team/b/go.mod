module example.com/b

go 1.20

require money.example.com/sum v1.2.0

replace money.example.com/sum => money.example.com/sum v1.0.0
