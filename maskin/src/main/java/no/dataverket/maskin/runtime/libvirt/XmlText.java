package no.dataverket.maskin.runtime.libvirt;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes an XML document. All escaping is left to the JDK.
final class XmlText {

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter writer;

    private XmlText() throws XMLStreamException {
        writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    }

    /// Writes elements.
    @FunctionalInterface
    interface Content {
        void writeTo(XmlText xml) throws XMLStreamException;
    }

    static String of(Content content) {
        try {
            var xml = new XmlText();
            content.writeTo(xml);
            xml.writer.flush();
            return xml.text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("XML can't be written to memory", e);
        }
    }

    /// An element with attributes, names and values in turn, and with nothing in it.
    XmlText empty(String name, Object... attributes) throws XMLStreamException {
        return element(name, _ -> {}, attributes);
    }

    /// An element with a text in it.
    XmlText text(String name, Object content, Object... attributes) throws XMLStreamException {
        return element(name, xml -> xml.writer.writeCharacters(String.valueOf(content)), attributes);
    }

    /// An element with others in it.
    XmlText element(String name, Content content, Object... attributes) throws XMLStreamException {
        writer.writeStartElement(name);
        for (var index = 0; index < attributes.length; index += 2) {
            writer.writeAttribute(String.valueOf(attributes[index]), String.valueOf(attributes[index + 1]));
        }
        content.writeTo(this);
        writer.writeEndElement();
        return this;
    }

    /// Declares a namespace on the element whose content is being written. Must come before the content.
    XmlText namespace(String prefix, String uri) throws XMLStreamException {
        writer.writeNamespace(prefix, uri);
        return this;
    }
}
