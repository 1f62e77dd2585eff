-- Who is made from an image.
CREATE INDEX resource_image ON ${schema}.resource ((spec ->> 'image'), id) WHERE kind = 'VM';
