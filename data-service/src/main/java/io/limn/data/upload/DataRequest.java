package io.limn.data.upload;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a task's data is to be made of and like, as a client asks for it.
 *
 * @param imageQuality     quality of compressed pictures, 0 to 100
 * @param chunkSize        frames per chunk, {@code null} to have it computed
 * @param startFrame       first absolute frame
 * @param stopFrame        last absolute frame, {@code null} for the last there is
 * @param frameFilter      {@code step=N} or empty
 * @param serverFiles      paths on the server's share, or object keys of a cloud storage
 * @param remoteFiles      addresses
 * @param sortingMethod    {@code lexicographical}, {@code natural}, {@code predefined}, {@code random}
 * @param jobFileMapping   names of the frames of each job, {@code null} when not given
 * @param uploadFileOrder  order of the uploaded files for predefined sorting, may be empty
 * @param validationParams {@code null} when not given
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record DataRequest(
        int imageQuality,
        Integer chunkSize,
        int startFrame,
        Integer stopFrame,
        String frameFilter,
        List<String> serverFiles,
        List<String> remoteFiles,
        List<String> serverFilesExclude,
        boolean useZipChunks,
        boolean useCache,
        boolean copyData,
        String storageMethod,
        String sortingMethod,
        Long cloudStorageId,
        String filenamePattern,
        List<List<String>> jobFileMapping,
        List<String> uploadFileOrder,
        ValidationParameters validationParams) {

    private static final Pattern STEP = Pattern.compile("step\\s*=\\s*([1-9]\\d{0,8})");

    /** Whether a text names a step. */
    static boolean isFrameFilter(String text) {
        return STEP.matcher(text).find();
    }

    /** Every how many frames one is taken, 1 for all. */
    public int step() {
        var match = STEP.matcher(frameFilter);
        return match.find() ? Integer.parseInt(match.group(1)) : 1;
    }

    /** The same request with other parameters of validation. */
    DataRequest withValidation(ValidationParameters validation) {
        return new DataRequest(
                imageQuality,
                chunkSize,
                startFrame,
                stopFrame,
                frameFilter,
                serverFiles,
                remoteFiles,
                serverFilesExclude,
                useZipChunks,
                useCache,
                copyData,
                storageMethod,
                sortingMethod,
                cloudStorageId,
                filenamePattern,
                jobFileMapping,
                uploadFileOrder,
                validation);
    }

    /** Where frames will be read from: {@code local}, {@code share} or {@code cloud_storage}. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public String storage() {
        if (isOfCloud()) {
            return "cloud_storage";
        }
        return serverFiles.isEmpty() || copyData ? "local" : "share";
    }

    /** Whether the server's files are objects of a cloud storage. */
    @JsonIgnore
    public boolean isOfCloud() {
        return cloudStorageId != null && (!serverFiles.isEmpty() || filenamePattern != null);
    }
}
