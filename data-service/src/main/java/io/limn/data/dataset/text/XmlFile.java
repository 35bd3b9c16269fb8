package io.limn.data.dataset.text;

import io.limn.data.dataset.archive.ImportArchive;
import io.limn.data.dataset.format.DatasetException;
import java.io.CharConversionException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads one XML file of an archive from begin to end. Nothing outside of it is read, and what is wrong with it is said
 * with its line.
 */
public final class XmlFile implements Closeable {
    private static final long LARGEST = 64L << 20;
    private static final XMLInputFactory FACTORY = factory();

    private final String file;
    private final InputStream in;
    private final XMLStreamReader xml;
    /** Whether the element at hand has begun and nobody has read its content. */
    private boolean unread;

    private XmlFile(String file, InputStream in) throws IOException {
        this.file = file;
        this.in = in;
        try {
            xml = FACTORY.createXMLStreamReader(in);
        } catch (XMLStreamException broken) {
            throw broken(broken);
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /** Takes the children of an element one after the other. */
    @FunctionalInterface
    public interface Visitor {
        /** Takes a child; what it does not read of it is passed over. */
        void visit(String name) throws IOException;
    }

    /**
     * Opens a file and goes to its first element.
     *
     * @throws DatasetException when it is too large for what describes one picture, or is no XML
     */
    public static XmlFile open(ImportArchive archive, String file) throws IOException {
        if (archive.length(file) > LARGEST) {
            throw DatasetException.malformed(file, "", "the file is too large");
        }
        var opened = new XmlFile(file, archive.open(file));
        while (opened.next() != XMLStreamConstants.START_ELEMENT) {
            if (opened.xml.getEventType() == XMLStreamConstants.END_DOCUMENT) {
                throw opened.malformed("the XML has no elements");
            }
        }
        opened.unread = true;
        return opened;
    }

    /** The name of the element at hand. */
    public String name() {
        return xml.getLocalName();
    }

    /** Goes through the children of the element at hand. */
    public void children(Visitor visitor) throws IOException {
        unread = false;
        while (true) {
            int event = next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                return;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                unread = true;
                visitor.visit(xml.getLocalName());
                if (unread) {
                    skip();
                }
            }
        }
    }

    private void skip() throws IOException {
        unread = false;
        for (int depth = 1; depth > 0; ) {
            int event = next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    /** The text of the element at hand, without blanks at its ends. */
    public String text() throws IOException {
        unread = false;
        var element = xml.getLocalName();
        var text = "";
        while (true) {
            int event = next();
            switch (event) {
                case XMLStreamConstants.END_ELEMENT -> {
                    return text.strip();
                }
                case XMLStreamConstants.START_ELEMENT -> throw malformed("a text is expected in '" + element + "'");
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text = text.isEmpty() ? xml.getText() : text + xml.getText();
                default -> {}
            }
        }
    }

    /** The text of the element at hand as a number. */
    public double number() throws IOException {
        var element = xml.getLocalName();
        var text = text();
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException none) {
            // Said below.
        }
        throw malformed("'" + shown(text) + "' in '" + element + "' is not a number");
    }

    private static String shown(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    /** Says what is wrong at the place at hand. */
    public DatasetException malformed(String text) {
        return DatasetException.malformed(file, "line " + xml.getLocation().getLineNumber(), text);
    }

    private int next() throws IOException {
        try {
            return xml.next();
        } catch (XMLStreamException broken) {
            throw broken(broken);
        } catch (DatasetException told) {
            throw told;
        } catch (RuntimeException broken) {
            // The parser stumbles over some broken files instead of refusing them.
            throw malformed("the XML is broken");
        }
    }

    private DatasetException broken(XMLStreamException broken) throws IOException {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof DatasetException told) {
                return told;
            }
            if (cause instanceof IOException fault && !(cause instanceof CharConversionException)) {
                throw fault;
            }
        }
        int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNumber();
        return DatasetException.malformed(file, "line " + Math.max(1, line), "the XML is broken");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
