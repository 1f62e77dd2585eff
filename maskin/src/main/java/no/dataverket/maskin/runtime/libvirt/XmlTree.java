package no.dataverket.maskin.runtime.libvirt;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import no.dataverket.maskin.runtime.RuntimeFailure;
import no.dataverket.maskin.runtime.RuntimeFailure.Kind;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// An element of a document that libvirt wrote.
record XmlTree(Element element) {

    /// @throws RuntimeFailure `INTERNAL` when it isn't XML
    static XmlTree parse(String text) {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
            return new XmlTree(document.getDocumentElement());
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new RuntimeFailure(Kind.INTERNAL, "libvirt's XML can't be read", e);
        }
    }

    /// The value of an attribute; empty when it's missing.
    String attribute(String name) {
        return element.getAttribute(name);
    }

    String text() {
        return element.getTextContent();
    }

    /// The children of this name, whatever their namespace.
    List<XmlTree> children(String name) {
        var found = new ArrayList<XmlTree>();
        for (var node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child && name.equals(child.getLocalName())) {
                found.add(new XmlTree(child));
            }
        }
        return found;
    }

    /// What's found by going down from here, taking the first child of each name.
    Optional<XmlTree> at(String... path) {
        var here = Optional.of(this);
        for (var name : path) {
            here = here.flatMap(tree -> tree.children(name).stream().findFirst());
        }
        return here;
    }

    /// An attribute of what's found by going down from here; empty when either is missing.
    String attributeAt(String attribute, String... path) {
        return at(path).map(tree -> tree.attribute(attribute)).orElse("");
    }

    String namespace() {
        return String.valueOf(element.getNamespaceURI());
    }
}
