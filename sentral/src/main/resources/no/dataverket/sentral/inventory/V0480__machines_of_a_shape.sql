-- Which machines have a shape.
CREATE INDEX resource_shape ON ${schema}.resource ((spec ->> 'shape'), id) WHERE kind = 'VM' AND spec ->> 'shape' IS NOT NULL;
