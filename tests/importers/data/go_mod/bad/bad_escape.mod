module "example.com\/m"
