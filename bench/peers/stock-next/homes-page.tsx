import Link from "next/link";
import { findHomes, type Home } from "@/bench/peers/stock-next/find-homes";

export type Place = { readonly params: Promise<{ readonly region: string; readonly suburb: string }> };

/** What the portal's page of results shows, without its filters, pictures and map. */
export async function HomesPage({ params }: Place) {
  const { region, suburb } = await params;
  const { total, homes } = await findHomes(region, suburb);
  return (
    <main>
      <h1>Homes for sale in {homes[0]?.suburb ?? suburb}</h1>
      <p>{total} homes</p>
      <ul>
        {homes.map((home) => (
          <HomeCard key={home.id} home={home} />
        ))}
      </ul>
    </main>
  );
}

function HomeCard({ home }: { home: Home }) {
  const { id, headline, price, propertyType, beds, baths, parking, street, suburb, region, agency } = home;
  return (
    <li>
      <article>
        <h2>
          <Link href={`/listing/${id}`} prefetch={false}>
            {street === null ? suburb : `${street}, ${suburb}`} {region}
          </Link>
        </h2>
        <p>{price}</p>
        <p>{headline}</p>
        <dl>
          <dt>Type</dt>
          <dd>{propertyType}</dd>
          <dt>Bedrooms</dt>
          <dd>{beds ?? "–"}</dd>
          <dt>Bathrooms</dt>
          <dd>{baths ?? "–"}</dd>
          <dt>Parking</dt>
          <dd>{parking ?? "–"}</dd>
        </dl>
        {agency === null ? null : <p>{agency}</p>}
      </article>
    </li>
  );
}
