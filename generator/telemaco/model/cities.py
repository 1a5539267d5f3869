"""Large cities that no time zone is named for, and the zone they keep.

A name that several large cities in different zones have is left out.

Names are in small letters, in English and in Italian. The zones are those of the IANA database
(its file zone1970.tab says which country each covers); a city belongs to its country's zone, or in
large countries to that of its province or state.
"""

from collections.abc import Mapping

_CITIES = {
    "Africa/Casablanca": "rabat, marrakesh, marrakech, fez",
    "Africa/Johannesburg": "cape town, città del capo, durban, pretoria",
    "Africa/Lagos": "abuja, kano, ibadan",
    "America/Argentina/Buenos_Aires": "rosario, la plata",
    "America/Chicago": "dallas, houston, austin, san antonio, minneapolis, st. louis, new orleans,"
    " nashville, milwaukee, kansas city, memphis",
    "America/Denver": "salt lake city, albuquerque, colorado springs",
    "America/Los_Angeles": "san francisco, san diego, seattle, sacramento, oakland,"
    " las vegas, berkeley, palo alto",
    "America/Mexico_City": "guadalajara, puebla",
    "America/New_York": "boston, philadelphia, filadelfia, washington, washington dc, miami,"
    " atlanta, pittsburgh, baltimore, cleveland, charlotte, orlando, tampa, cincinnati,"
    " columbus, raleigh, buffalo, princeton",
    "America/Sao_Paulo": "rio de janeiro, brasília, brasilia, belo horizonte, curitiba,"
    " porto alegre",
    "America/Toronto": "montreal, montréal, ottawa, quebec, québec",
    "America/Bogota": "medellín, medellin, cali",
    "America/Guayaquil": "quito",
    "Asia/Ho_Chi_Minh": "hanoi, saigon",
    "Asia/Istanbul": "ankara, izmir, smirne",
    "Asia/Jerusalem": "haifa",
    "Asia/Karachi": "lahore, islamabad",
    "Asia/Kolkata": "mumbai, bombay, delhi, new delhi, nuova delhi, bangalore, bengaluru, chennai,"
    " pune, ahmedabad, calcutta",
    "Asia/Riyadh": "mecca, la mecca, jeddah, gedda",
    "Asia/Dubai": "abu dhabi",
    "Asia/Seoul": "busan",
    "Asia/Shanghai": "beijing, pechino, peking, guangzhou, canton, shenzhen, chengdu, wuhan,"
    " nanjing, hangzhou, xi'an",
    "Asia/Tokyo": "osaka, kyoto, yokohama, nagoya, sapporo, kobe, fukuoka",
    "Australia/Sydney": "canberra",
    "Europe/Amsterdam": "rotterdam, the hague, l'aia, utrecht, eindhoven",
    "Europe/Athens": "thessaloniki, salonicco",
    "Europe/Berlin": "munich, monaco di baviera, münchen, hamburg, amburgo, frankfurt, francoforte,"
    " cologne, colonia, köln, stuttgart, stoccarda, leipzig, lipsia, dresden, dresda, hanover,"
    " hannover, nuremberg, norimberga, düsseldorf, bonn, bremen, brema, heidelberg, göttingen",
    "Europe/Brussels": "antwerp, anversa, ghent, gand, liège, liegi, leuven, lovanio",
    "Europe/Bucharest": "cluj, cluj-napoca",
    "Europe/Dublin": "cork, galway",
    "Europe/Kyiv": "lviv, leopoli, odesa, odessa, kharkiv",
    "Europe/Lisbon": "porto, oporto, coimbra",
    "Europe/London": "manchester, birmingham, liverpool, leeds, glasgow, edinburgh, edimburgo,"
    " bristol, oxford, sheffield, cardiff, belfast, brighton",
    "Europe/Madrid": "barcelona, barcellona, seville, siviglia, sevilla, bilbao,"
    " zaragoza, saragozza, málaga, malaga",
    "Europe/Moscow": "saint petersburg, st. petersburg, san pietroburgo",
    "Europe/Paris": "lyon, lione, marseille, marsiglia, toulouse, tolosa, bordeaux, nice, nizza,"
    " nantes, lille, lilla, strasbourg, strasburgo, grenoble, montpellier, rennes",
    "Europe/Prague": "brno",
    "Europe/Rome": "milan, milano, turin, torino, naples, napoli, bologna, florence, firenze,"
    " venice, venezia, genoa, genova, palermo, bari, catania, verona, padua, padova, trieste,"
    " pisa, perugia, cagliari, trento, brescia, parma, modena, siena, lecce, bolzano, messina,"
    " salerno, ferrara, ravenna, urbino, bergamo, pavia",
    "Europe/Stockholm": "gothenburg, göteborg, malmö, uppsala",
    "Europe/Vienna": "graz, salzburg, salisburgo, linz, innsbruck",
    "Europe/Warsaw": "krakow, kraków, cracovia, wrocław, wroclaw, breslavia, gdańsk, gdansk,"
    " danzica, poznań, poznan, łódź",
    "Europe/Zagreb": "split, spalato",
    "Europe/Zurich": "geneva, ginevra, genève, basel, basilea, bern, berna, lausanne, losanna,"
    " lugano, st. gallen",
}

CITIES_OF_ZONE: Mapping[str, tuple[str, ...]] = {
    zone: tuple(city.strip() for city in cities.split(",")) for zone, cities in _CITIES.items()
}
"""The cities by their zone, in small letters."""

ZONE_OF_CITY: Mapping[str, str] = {
    city: zone for zone, cities in CITIES_OF_ZONE.items() for city in cities
}
"""The zone of a city, by its name in small letters."""
