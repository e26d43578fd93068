module example.com/a

go 1.20

require money.example.com/sum v1.0.0

replace money.example.com/sum => ../x
