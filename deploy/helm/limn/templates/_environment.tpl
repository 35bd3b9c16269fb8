{{/* Environment of one service: (list $ "task-service"). */}}
{{- define "limn.environment" -}}
{{- $root := index . 0 -}}
{{- $service := index . 1 -}}
{{- $fullname := include "limn.fullname" $root -}}
- name: LIMN_IDENTITY_SERVICE_KEY
  value: /keys/{{ $service }}.jwk.json
{{- if index $root.Values.postgresql.databases $service }}
{{ include "limn.databaseEnvironment" . }}
- name: QUARKUS_FLYWAY_MIGRATE_AT_START
  value: {{ not $root.Values.migrations.job | quote }}
# A pod that starts before the job is through ends, and starts again.
- name: QUARKUS_FLYWAY_VALIDATE_AT_START
  value: {{ $root.Values.migrations.job | quote }}
{{- end }}
{{- if eq $service "auth-service" }}
- name: LIMN_ADMIN_NAME
  value: {{ $root.Values.admin.name | quote }}
- name: LIMN_ADMIN_PASSWORD
  valueFrom:
    secretKeyRef: {name: {{ include "limn.adminSecret" $root }}, key: password}
- name: LIMN_AUTH_KEY_ENCRYPTION_SECRET
  valueFrom:
    secretKeyRef: {name: {{ include "limn.identitySecret" $root }}, key: key-encryption-secret}
{{- end }}
{{- if eq $service "data-service" }}
- name: LIMN_KEY_ENCRYPTION_SECRET
  valueFrom:
    secretKeyRef: {name: {{ include "limn.identitySecret" $root }}, key: key-encryption-secret}
# Credentials of cloud storages; to change the key, put a new one and a comma before it.
- name: LIMN_SECRETS_KEYS
  value: "first:$(LIMN_KEY_ENCRYPTION_SECRET)"
{{- end }}
{{- if eq $service "gateway" }}
{{- if $root.Values.ui.image }}
- name: LIMN_GATEWAY_UI
  value: /ui
{{- end }}
{{- if $root.Values.ingress.tlsSecret }}
- name: LIMN_GATEWAY_EXCHANGE_SECURE_COOKIES
  value: "true"
{{- end }}
{{- end }}
{{- with $root.Values.kafka.existingSecret }}
- name: KAFKA_SASL_JAAS_CONFIG
  valueFrom:
    secretKeyRef: {name: {{ . }}, key: sasl.jaas.config}
{{- end }}
{{- with $root.Values.storage }}
{{- if and (eq .kind "s3") (or .s3.accessKey .s3.existingSecret) }}
- name: LIMN_BLOB_S3_ACCESS_KEY
  valueFrom:
    secretKeyRef: {name: {{ include "limn.storageSecret" $root }}, key: accessKey}
- name: LIMN_BLOB_S3_SECRET_KEY
  valueFrom:
    secretKeyRef: {name: {{ include "limn.storageSecret" $root }}, key: secretKey}
{{- end }}
{{- end }}
{{- range $name, $value := merge (dict) (index $root.Values.services $service).env $root.Values.env }}
- name: {{ $name }}
  value: {{ $value | quote }}
{{- end }}
{{- end -}}

{{/* How to reach the database of a service: (list $ "task-service"). */}}
{{- define "limn.databaseEnvironment" -}}
{{- $secret := include "limn.databaseSecret" (index . 0) -}}
- name: QUARKUS_DATASOURCE_JDBC_URL
  value: {{ include "limn.jdbcUrl" . | quote }}
- name: QUARKUS_DATASOURCE_USERNAME
  valueFrom:
    secretKeyRef: {name: {{ $secret }}, key: username}
- name: QUARKUS_DATASOURCE_PASSWORD
  valueFrom:
    secretKeyRef: {name: {{ $secret }}, key: password}
{{- end -}}
