package io.limn.data.ingest;

import io.limn.common.work.PermanentFailure;
import io.limn.data.upload.DataRequest;
import io.limn.data.upload.TaskData;
import io.limn.data.upload.ValidationParameters;

/** What can be said of a request before its files are looked at. */
final class Demands {
    private Demands() {}

    /**
     * Checks a request.
     *
     * @throws PermanentFailure when its parts contradict each other, or ask for what this server cannot do
     */
    static void check(TaskData.Order order) {
        var request = order.request();
        int segmentSize = order.task().segmentSize() == null ? 0 : order.task().segmentSize();
        if (request.jobFileMapping() != null) {
            checkMapping(request, segmentSize);
        }
        if (request.validationParams() != null) {
            checkValidation(request, request.validationParams(), segmentSize);
        }
    }

    private static void checkMapping(DataRequest request, int segmentSize) {
        refuse(segmentSize > 0, "segment_size");
        refuse(!request.sortingMethod().equals("lexicographical"), "sorting_method");
        refuse(request.startFrame() > 0, "start_frame");
        refuse(request.stopFrame() != null, "stop_frame");
        refuse(!request.frameFilter().isEmpty(), "frame_filter");
        refuse(request.filenamePattern() != null, "filename_pattern");
        refuse(!request.serverFilesExclude().isEmpty(), "server_files_exclude");
    }

    private static void refuse(boolean given, String what) {
        if (given) {
            throw new PermanentFailure("job_file_mapping cannot be used with " + what);
        }
    }

    private static void checkValidation(DataRequest request, ValidationParameters validation, int segmentSize) {
        if (validation.mode().equals("gt_pool")) {
            if (!request.sortingMethod().equals("random")) {
                throw new PermanentFailure("validation mode \"gt_pool\" can only be used with \"random\" sorting");
            }
            if (request.jobFileMapping() != null) {
                throw new PermanentFailure("validation mode \"gt_pool\" cannot be used with job_file_mapping");
            }
        } else if (validation.frameSelectionMethod().equals("random_per_job")
                && validation.framesPerJobCount() != null
                && segmentSize <= validation.framesPerJobCount()) {
            throw new PermanentFailure("Validation frame count per job cannot be greater than segment size");
        }
    }

    /**
     * Checks a request about a video.
     *
     * @throws PermanentFailure when it asks for what only pictures have
     */
    static void checkVideo(DataRequest request) {
        if (request.jobFileMapping() != null) {
            throw new PermanentFailure("job_file_mapping can't be used with sequence-based data like videos");
        }
        var validation = request.validationParams();
        if (validation == null) {
            return;
        }
        if (validation.mode().equals("gt_pool")) {
            throw new PermanentFailure("validation mode 'gt_pool' can only be used with 'annotation' mode tasks");
        }
        if (validation.frameSelectionMethod().equals("manual")) {
            throw new PermanentFailure("manual validation frame selection method at task creation is only available for"
                    + " image-based tasks. Please create the GT job after the task is created.");
        }
    }
}
