import { EVERYONE, type Group } from "./roles"

export const PRODUCTS: Group[] = [
  [EVERYONE, ["products.getProduct", "products.listDomains", "products.listProducts"]],
  [
    ["administrator", "data_steward"],
    ["products.createDomain", "products.updateDomain"],
  ],
  [
    ["administrator", "product_owner", "data_steward"],
    ["products.createProduct", "products.updateProduct"],
  ],
]
