-- Which machine has which volume, as its disk number so many. A volume has one writer.
CREATE TABLE ${schema}.volume_attachment (
    volume   uuid PRIMARY KEY,
    vm       uuid NOT NULL,
    position int NOT NULL CHECK (position BETWEEN 0 AND 7),
    CONSTRAINT volume_attachment_position UNIQUE (vm, position)
);
