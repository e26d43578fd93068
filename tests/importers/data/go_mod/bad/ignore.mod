ignore
ignore a b
ignore 'a'
