module example.com/all

go 1.20

replace money.example.com/sum => money.example.com/coins v1.0.0
