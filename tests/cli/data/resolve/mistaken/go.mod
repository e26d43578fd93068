module example.com/store

go 1.20

require money.example.com/sum

replace pay.example.com/card => card
