package io.limn.data.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limn.common.api.ApiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataRequestTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void whatIsNotGivenHasItsDefault() {
        var request = read("{'image_quality': 70, 'chunk_size': null, 'stop_frame': 0, 'unknown': 1}");

        assertThat(request.chunkSize()).isNull();
        assertThat(request.stopFrame()).isNull();
        assertThat(request.sortingMethod()).isEqualTo("lexicographical");
        assertThat(request.step()).isEqualTo(1);
        assertThat(request.storage()).isEqualTo("local");
    }

    @Test
    void aFilterIsKeptAsItWasSent() {
        var request = read("{'image_quality': 70, 'frame_filter': ' step = 12 '}");

        assertThat(request.frameFilter()).isEqualTo("step = 12");
        assertThat(request.step()).isEqualTo(12);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        'x': 1 | {'image_quality':['This field is required.']}
        'image_quality': 101 | {'image_quality':['Ensure this value is less than or equal to 100.']}
        'image_quality': true | {'image_quality':['A valid integer is required.']}
        'image_quality': 70, 'chunk_size': 0 | {'chunk_size':['Chunk size must be a positive integer']}
        'image_quality': 70, 'chunk_size': -3 | {'chunk_size':['Ensure this value is greater than or equal to 0.']}
        'image_quality': 70, 'stop_frame': null | {'stop_frame':['This field may not be null.']}
        'image_quality': 70, 'start_frame': 5, 'stop_frame': 4 | {'non_field_errors':['Stop frame must be more or equal start frame']}
        'image_quality': 70, 'frame_filter': '' | {'frame_filter':['Invalid frame filter expression']}
        'image_quality': 70, 'frame_filter': 'step=0' | {'frame_filter':['Invalid frame filter expression']}
        'image_quality': 70, 'sorting_method': 'up' | {'sorting_method':['\\'up\\' is not a valid choice.']}
        'image_quality': 70, 'server_files': 'a' | {'server_files':{'non_field_errors':['Expected a list of items but got type \\'str\\'.']}}
        'image_quality': 70, 'server_files': null | {'server_files':['This field may not be null.']}
        'image_quality': 70, 'server_files_exclude': [''] | {'server_files_exclude':{'0':['This field may not be blank.']}}
        'image_quality': 70, 'upload_file_order': ['a', ''] | {'upload_file_order':{'1':['This field may not be blank.']}}
        'image_quality': 70, 'upload_file_order': 'a' | {'upload_file_order':['Expected a list of items but got type \\'str\\'.']}
        'image_quality': 70, 'job_file_mapping': [] | {'job_file_mapping':['This list may not be empty.']}
        'image_quality': 70, 'job_file_mapping': null | {'job_file_mapping':['This field may not be null.']}
        'image_quality': 70, 'job_file_mapping': ['a'] | {'job_file_mapping':{'0':['Expected a list of items but got type \\'str\\'.']}}
        'image_quality': 70, 'job_file_mapping': [['a', '']] | {'job_file_mapping':{'0':{'1':['This field may not be blank.']}}}
        'image_quality': 70, 'job_file_mapping': [['a'], []] | {'job_file_mapping':{'1':['This list may not be empty.']}}
        'image_quality': 70, 'job_file_mapping': [['a'], ['a']] | {'job_file_mapping':['The same file ~a~ cannot be used multiple times in the job file mapping']}
        'image_quality': 70, 'filename_pattern': '*', 'server_files': ['a'] | {'non_field_errors':['The filename_pattern can only be used with specified manifest or without server_files']}
        'image_quality': 70, 'client_files': ['a'] | {'client_files':['The submitted data was not a file. Check the encoding type on the form.']}
        """)
    void whatIsWrongIsNamed(String members, String faults) {
        assertThat(refused("{" + members + "}")).isEqualTo(json(faults));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        'x': 1 | {'mode':['This field is required.'],'frame_selection_method':['This field is required.']}
        'mode': 'gt', 'frame_selection_method': 'random_uniform' | {'non_field_errors':['One of the fields \\'frame_count\\', \\'frame_share\\' required']}
        'mode': 'gt', 'frame_selection_method': 'random_uniform', 'frame_count': 1, 'frame_share': 0.5 | {'non_field_errors':['Only 1 of the fields \\'frame_count\\', \\'frame_share\\' can be used']}
        'mode': 'gt', 'frame_selection_method': 'manual' | {'non_field_errors':['The \\'frames\\' field is required']}
        'mode': 'gt', 'frame_selection_method': 'manual', 'frames': ['a', 'a'] | {'non_field_errors':['Frames must not repeat']}
        'mode': 'gt_pool', 'frame_selection_method': 'random_per_job', 'frames_per_job_count': 1 | {'non_field_errors':['The \\'frame_selection_method\\' field must be one of manual, random_uniform']}
        'mode': 'gt', 'frame_selection_method': 'random_uniform', 'frame_share': 1.5 | {'frame_share':['Value must be in the range [0; 1]']}
        'mode': 'gt', 'frame_selection_method': 'random_uniform', 'frame_count': 0 | {'frame_count':['Ensure this value is greater than or equal to 1.']}
        """)
    void whatIsWrongWithTheValidationIsNamed(String members, String faults) {
        assertThat(refused("{'image_quality': 70, 'validation_params': {" + members + "}}"))
                .isEqualTo(json("{'validation_params':" + faults + "}"));
    }

    @Test
    void fieldsOfAFormStandForJson() {
        var fields = new FormFields();
        fields.add("image_quality", "55");
        fields.add("stop_frame", "");
        fields.add("upload_file_order[2]", "c");
        fields.add("upload_file_order[0]", "a");
        fields.add("server_files_exclude", "x/");
        fields.add("job_file_mapping[1][0]", "c");
        fields.add("job_file_mapping[0][0]", "a");
        fields.add("validation_params.mode", "gt");
        fields.add("validation_params.frames[0]", "a");

        assertThat(fields.toJson())
                .isEqualTo(json("{'image_quality':'55','server_files_exclude':['x/'],'upload_file_order':['a','c'],"
                        + "'job_file_mapping':[['a'],['c']],'validation_params':{'mode':'gt','frames':['a']}}"));
    }

    private static DataRequest read(String text) {
        return DataRequestReader.read(json(text));
    }

    private static JsonNode refused(String text) {
        var refusal = catchThrowableOfType(ApiException.class, () -> read(text));
        assertThat(refusal.status()).isEqualTo(400);
        return JSON.valueToTree(refusal.body());
    }

    /** JSON with apostrophes for quotes; {@code \'} stands for a quote within a text and {@code ~} for an apostrophe. */
    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace("\\'", "\\\"").replace('\'', '"').replace('~', '\''));
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(text, wrong);
        }
    }
}
