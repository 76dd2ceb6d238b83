import java.io.File;
import java.io.FileInputStream;
import java.io.InputStream;
import java.util.Base64;
import org.apache.uima.UIMAFramework;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.impl.XmiCasDeserializer;
import org.apache.uima.cas.text.AnnotationFS;
import org.apache.uima.cas.Type;
import org.apache.uima.json.jsoncas2.JsonCas2Deserializer;
import org.apache.uima.resource.metadata.TypeSystemDescription;
import org.apache.uima.util.CasCreationUtils;
import org.apache.uima.util.XMLInputSource;

/** Opens an XMI or JSON file with a type system, and prints the label of each tag and its words in base64, a tag a line. */
public class Read {
  public static void main(String[] args) throws Exception {
    TypeSystemDescription types =
        UIMAFramework.getXMLParser().parseTypeSystemDescription(new XMLInputSource(new File(args[1])));
    CAS cas = CasCreationUtils.createCas(types, null, null);
    if (args[0].endsWith(".json")) {
      new JsonCas2Deserializer().deserialize(new File(args[0]), cas);
    } else {
      try (InputStream in = new FileInputStream(args[0])) {
        XmiCasDeserializer.deserialize(in, cas);
      }
    }
    Type tag = cas.getTypeSystem().getType("webanno.custom.Tag");
    for (AnnotationFS each : cas.getAnnotationIndex(tag)) {
      System.out.println(
          each.getFeatureValueAsString(tag.getFeatureByBaseName("label")) + "\t"
              + Base64.getEncoder().encodeToString(each.getCoveredText().getBytes("UTF-8")));
    }
  }
}
