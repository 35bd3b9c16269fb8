{{/* The pod that migrates the database of a service, and ends: (list $ "task-service"). */}}
{{- define "limn.migrationPod" -}}
{{- $root := index . 0 -}}
{{- $service := index . 1 -}}
restartPolicy: Never
automountServiceAccountToken: false
enableServiceLinks: false
securityContext: {{- toYaml $root.Values.podSecurityContext | nindent 2 }}
{{- with $root.Values.image.pullSecrets }}
imagePullSecrets: {{- toYaml . | nindent 2 }}
{{- end }}
containers:
  - name: migrate
    image: {{ include "limn.image" . }}
    imagePullPolicy: {{ $root.Values.image.pullPolicy }}
    env:
      {{- include "limn.databaseEnvironment" . | nindent 6 }}
      - name: QUARKUS_FLYWAY_MIGRATE_AT_START
        value: "true"
      - name: QUARKUS_INIT_AND_EXIT
        value: "true"
    resources:
      requests: {cpu: 100m, memory: 512Mi}
      limits: {memory: 512Mi}
    securityContext: {{- toYaml $root.Values.containerSecurityContext | nindent 6 }}
    volumeMounts:
      - {name: tmp, mountPath: /tmp}
volumes:
  - name: tmp
    emptyDir: {sizeLimit: 256Mi}
{{- end -}}
