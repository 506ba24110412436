import type { AssetKind } from "@/server/catalog/domain/asset"
import type { PersonId } from "./people"

type DemoAsset = {
  name: string
  kind: AssetKind
  location: string
  product: string | null
  owner: PersonId
  description: string
  /** One field per line, as in CREATE TABLE. */
  fields: string
  /** Classes that the steward gave by hand; the suggestions of the others are accepted first when `accept`. */
  classes?: Record<string, string>
  accept?: true
  /** Everything left over is looked at, internal and about nobody. */
  rest?: true
}

const WAREHOUSE = "PostgreSQL warehouse, eu-central"

export const DATA_ASSETS: DemoAsset[] = [
  {
    name: "fulfilment.orders",
    kind: "table",
    location: WAREHOUSE,
    product: "delivery-promise",
    owner: "priya",
    description: "One row per order line with the address it goes to and the window that was promised.",
    fields: `order_id bigint not null
customer_id bigint not null
recipient_name text
delivery_address text
postcode text
phone text
delivery_note text
article_count int
promised_from timestamptz
promised_to timestamptz
carrier_name text
email_sent_count int
closed_on date`,
    accept: true,
    classes: { delivery_note: "free_text" },
    rest: true,
  },
  {
    name: "fulfilment.delivery_promises",
    kind: "view",
    location: WAREHOUSE,
    product: "delivery-promise",
    owner: "priya",
    description: "Promise against arrival per order, without the person.",
    fields: `order_id bigint not null
promised_to timestamptz
arrived_at timestamptz
minutes_late int`,
    rest: true,
  },
  {
    name: "fulfilment.carrier_scans",
    kind: "stream",
    location: "Kafka, topic carrier-scans",
    product: "carrier-performance",
    owner: "priya",
    description: "Scan events of seven carriers, every few seconds.",
    fields: `parcel_id text not null
carrier_code text
depot_name text
scan_type text
scanned_at timestamp
latitude numeric(9,6)
longitude numeric(9,6)`,
    rest: true,
  },
  {
    name: "fulfilment.returns",
    kind: "table",
    location: WAREHOUSE,
    product: "returns-forecast",
    owner: "priya",
    description: "Parcels that came back, with the reason the customer gave.",
    fields: `return_id bigint not null
order_id bigint not null
customer_id bigint
reason_code text
customer_comment text
warehouse_code text
received_on date`,
  },
  {
    name: "stores.stock_positions",
    kind: "table",
    location: WAREHOUSE,
    product: "store-stock",
    owner: "marek",
    description: "Pieces per store and article, corrected by counts and reservations.",
    fields: `store_id int not null
article_id int not null
pieces int
reserved int
counted_on date`,
    rest: true,
  },
  {
    name: "stores.shelf_gaps",
    kind: "table",
    location: WAREHOUSE,
    product: "shelf-availability",
    owner: "marek",
    description: "Articles that are in the store but not on the shelf, every two hours.",
    fields: `store_id int not null
article_id int not null
shelf_code text
found_at timestamptz
closed_by_employee_id int`,
    accept: true,
    rest: true,
  },
  {
    name: "commerce.baskets",
    kind: "table",
    location: WAREHOUSE,
    product: "basket-margin",
    owner: "priya",
    description: "Baskets of the web shop and the stores with discounts and allocated costs.",
    fields: `basket_id bigint not null
loyalty_card text
store_id int
gross_amount numeric(12,2)
discount_amount numeric(12,2)
margin numeric(12,2)
card_number text
sold_at timestamptz`,
    accept: true,
    rest: true,
  },
  {
    name: "price_history.parquet",
    kind: "file",
    location: "s3://northmark-lake/commerce/price_history",
    product: "price-elasticity",
    owner: "priya",
    description: "Prices and promotions of three years.",
    fields: `article_id int
valid_from date
price numeric(10,2)
promotion_name text`,
  },
  {
    name: "crm.customers",
    kind: "table",
    location: WAREHOUSE,
    product: "churn-signals",
    owner: "marek",
    description: "Who has an account with us. The master of names and addresses.",
    fields: `customer_id bigint not null
email text
first_name text
last_name text
phone text
birth_date date
street text
postcode text
city text
segment text
client_ip text
email_verified boolean
created_at timestamptz`,
    accept: true,
    rest: true,
  },
  {
    name: "crm.consents",
    kind: "table",
    location: WAREHOUSE,
    product: "churn-signals",
    owner: "marek",
    description: "What each customer agreed to, and when.",
    fields: `customer_id bigint not null
newsletter boolean
churn_model boolean
changed_at timestamptz`,
    accept: true,
    rest: true,
  },
  {
    name: "crm.complaints",
    kind: "table",
    location: WAREHOUSE,
    product: "churn-signals",
    owner: "marek",
    description: "Complaints as customer care wrote them down. Free text: anything may stand in it.",
    fields: `complaint_id bigint not null
customer_id bigint
complaint_text text
agent_name text
channel text
received_on date`,
  },
]
