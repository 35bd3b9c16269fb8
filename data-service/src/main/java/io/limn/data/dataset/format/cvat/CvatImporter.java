package io.limn.data.dataset.format.cvat;

import io.limn.data.dataset.archive.ImportArchive;
import io.limn.data.dataset.format.DatasetException;
import io.limn.data.dataset.format.DatasetImporter;
import io.limn.data.dataset.format.FormatDescription;
import io.limn.data.dataset.format.ImportSink;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the XML files of both kinds, bare or in an archive. */
@Singleton
final class CvatImporter implements DatasetImporter {
    private final XMLInputFactory factory = XMLInputFactory.newFactory();

    CvatImporter() {
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    }

    @Override
    public FormatDescription description() {
        return FormatDescription.importer("CVAT 1.1", "XML, ZIP");
    }

    @Override
    public void read(ImportArchive archive, ImportSink sink) throws IOException {
        if (!archive.isArchive()) {
            try (var in = archive.open()) {
                if (!read(archive.fileName(), in, sink)) {
                    throw DatasetException.notFound("cvat", "*.xml");
                }
            }
            return;
        }
        boolean found = false;
        for (var name :
                archive.names(file -> file.toLowerCase(java.util.Locale.ROOT).endsWith(".xml"))) {
            try (var in = archive.open(name)) {
                found |= read(name, in, sink);
            }
        }
        if (!found) {
            throw DatasetException.notFound("cvat", "*.xml");
        }
    }

    /** Reads a file; false when it is none of this format. */
    private boolean read(String name, InputStream in, ImportSink sink) throws IOException {
        XMLStreamReader xml = null;
        try {
            xml = factory.createXMLStreamReader(in);
            while (xml.hasNext() && xml.next() != XMLStreamReader.START_ELEMENT) {
                // What stands before the first element says nothing.
                continue;
            }
            if (!xml.isStartElement() || !xml.getLocalName().equals("annotations")) {
                return false;
            }
            new AnnotationsReader(xml, name, sink).read();
            return true;
        } catch (XMLStreamException broken) {
            if (broken.getNestedException() instanceof IOException fault) {
                throw fault;
            }
            int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNumber();
            throw DatasetException.malformed(name, "line " + line, "the XML is broken");
        } catch (NumberFormatException wrong) {
            throw DatasetException.malformed(
                    name, "line " + xml.getLocation().getLineNumber(), "a number is expected: " + wrong.getMessage());
        }
    }
}
