import { read, router, write } from "@/server/kernel/trpc"
import { createDomain } from "./create-domain"
import { createProduct } from "./create-product"
import { getProduct } from "./get-product"
import { listDomains } from "./list-domains"
import { listProducts } from "./list-products"
import { updateDomain } from "./update-domain"
import { updateProduct } from "./update-product"

export const productsRouter = router({
  listDomains: read(listDomains),
  createDomain: write(createDomain),
  updateDomain: write(updateDomain),
  listProducts: read(listProducts),
  getProduct: read(getProduct),
  createProduct: write(createProduct),
  updateProduct: write(updateProduct),
})
