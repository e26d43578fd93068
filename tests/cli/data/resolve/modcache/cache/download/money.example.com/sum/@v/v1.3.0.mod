module money.example.com/sum

go 1.20
