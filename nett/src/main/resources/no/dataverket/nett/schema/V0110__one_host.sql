-- What a pass over one host asks for is found without reading what is promised at the others.
CREATE INDEX realisation_place ON realisation (place);
CREATE INDEX number_of_owner ON number (owner) WHERE owner IS NOT NULL;
