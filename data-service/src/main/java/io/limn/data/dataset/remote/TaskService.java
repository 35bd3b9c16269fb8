package io.limn.data.dataset.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limn.common.api.ApiException;
import io.limn.common.identity.ServiceClient;
import io.limn.common.identity.ServiceCredentials;
import io.limn.data.dataset.content.Person;
import io.limn.data.dataset.format.DatasetException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/** Asks task-service what is exported and what it is imported into; annotations go to and fro as streams of lines. */
@ApplicationScoped
public class TaskService {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration IMPORT = Duration.ofHours(1);

    private final ServiceClient services;
    private final ServiceCredentials credentials;
    private final Config config;
    private final ObjectMapper mapper;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    TaskService(ServiceClient services, ServiceCredentials credentials, Config config, ObjectMapper mapper) {
        this.services = services;
        this.credentials = credentials;
        this.config = config;
        this.mapper = mapper;
    }

    /**
     * Checks a right of the caller.
     *
     * @param collection {@code projects}, {@code tasks} or {@code jobs}
     * @throws ApiException 403 or 404 as the owner answers
     */
    public void require(String collection, long id, String scope) {
        services.call("task", "GET", "/internal/" + collection + "/" + id + "?scope=" + scope, null)
                .orRelay();
    }

    /**
     * What there is to know.
     *
     * @throws ApiException 404 when it is gone
     */
    public Facts facts(String collection, long id) {
        var answer = services.call("task", "GET", "/internal/datasets/" + collection + "/" + id, null)
                .orRelay();
        try {
            return mapper.treeToValue(answer.body(), Facts.class);
        } catch (JsonProcessingException misunderstood) {
            throw new UncheckedIOException(misunderstood);
        }
    }

    /** Users by their ids; those who are gone are missing. */
    public Map<Long, Person> people(Collection<Long> ids) {
        var people = new HashMap<Long, Person>();
        if (ids.isEmpty()) {
            return people;
        }
        var list = ids.stream().map(String::valueOf).collect(Collectors.joining(","));
        var answer = services.call("auth", "GET", "/internal/users?ids=" + list, null);
        if (answer.status() == 200) {
            answer.body()
                    .forEach(user -> people.put(
                            user.path("id").asLong(),
                            new Person(
                                    user.path("username").asText(),
                                    user.path("email").asText(""))));
        }
        return people;
    }

    /**
     * Opens the annotations of a task or a job.
     *
     * @param job   {@code null} for the whole task
     * @param kind  {@code tag}, {@code shape} or {@code track}
     * @param order {@code frame} or {@code index}
     */
    public InputStream annotations(Facts.Task task, Long job, String kind, String order) throws IOException {
        var path = "/internal/datasets/tasks/" + task.id() + "/annotations?kind=" + kind + "&order=" + order
                + (job == null ? "" : "&job=" + job);
        var body = HttpRequest.BodyPublishers.ofByteArray(mapper.writeValueAsBytes(task.revisions()));
        var request = request(path).timeout(IMPORT).POST(body).build();
        var answer = send(request, HttpResponse.BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            answer.body().close();
            throw new IOException(
                    "The annotations of task " + task.id() + " cannot be read: status " + answer.statusCode());
        }
        return answer.body();
    }

    /**
     * Replaces the annotations of a task or a job by those of a stream.
     *
     * @throws DatasetException when task-service refuses them
     */
    public void replace(long task, Long job, long user, InputStream lines) throws IOException {
        var path = "/internal/datasets/tasks/" + task + "/import?user=" + user + (job == null ? "" : "&job=" + job);
        var request = request(path)
                .timeout(IMPORT)
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> lines))
                .build();
        var answer = send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 500) {
            throw new IOException("The annotations cannot be written: status " + answer.statusCode());
        }
        if (answer.statusCode() >= 400) {
            throw DatasetException.unfit(answer.body());
        }
    }

    private HttpRequest.Builder request(String path) {
        List<String> bases = config.getValues("limn.services.task", String.class);
        return HttpRequest.newBuilder(URI.create(bases.getFirst() + path))
                .header("Authorization", "Bearer " + credentials.token())
                .header("Content-Type", "application/json")
                .header("Accept", "*/*");
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) throws IOException {
        try {
            return client.send(request, handler);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while waiting for task-service");
        }
    }
}
