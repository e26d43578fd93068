module example.com/m m//
module "example.com//m"
