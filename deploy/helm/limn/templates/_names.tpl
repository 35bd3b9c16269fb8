{{/* Name of the installation, the beginning of all names. */}}
{{- define "limn.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 45 | trimSuffix "-" -}}
{{- else -}}
{{- $name := default .Chart.Name .Values.nameOverride -}}
{{- if contains $name .Release.Name -}}
{{- .Release.Name | trunc 45 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name $name | trunc 45 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{/* Labels that select the pods of one installation. */}}
{{- define "limn.selector" -}}
app.kubernetes.io/name: {{ default .Chart.Name .Values.nameOverride }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{/* Labels of every object. */}}
{{- define "limn.labels" -}}
{{ include "limn.selector" . }}
app.kubernetes.io/version: {{ .Values.image.tag | default .Chart.AppVersion | quote }}
app.kubernetes.io/part-of: limn
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end -}}

{{/* Image of a service: (list $ "task-service"). */}}
{{- define "limn.image" -}}
{{- $root := index . 0 -}}
{{- $image := $root.Values.image -}}
{{- with $image.registry }}{{ . }}/{{ end -}}
{{ $image.repository }}/{{ index . 1 }}:{{ $image.tag | default $root.Chart.AppVersion }}
{{- end -}}

{{- define "limn.serviceAccount" -}}
{{- if .Values.serviceAccount.create -}}
{{ .Values.serviceAccount.name | default (include "limn.fullname" .) }}
{{- else -}}
{{ .Values.serviceAccount.name | default "default" }}
{{- end -}}
{{- end -}}

{{- define "limn.databaseSecret" -}}
{{ .Values.postgresql.existingSecret | default (printf "%s-database" (include "limn.fullname" .)) }}
{{- end -}}

{{- define "limn.storageSecret" -}}
{{ .Values.storage.s3.existingSecret | default (printf "%s-storage" (include "limn.fullname" .)) }}
{{- end -}}

{{- define "limn.identitySecret" -}}
{{ .Values.identity.existingSecret | default (printf "%s-identity" (include "limn.fullname" .)) }}
{{- end -}}

{{- define "limn.adminSecret" -}}
{{ .Values.admin.existingSecret | default (printf "%s-admin" (include "limn.fullname" .)) }}
{{- end -}}

{{/* URL of a database: (list $ "task-service"). */}}
{{- define "limn.jdbcUrl" -}}
{{- $root := index . 0 -}}
{{- with $root.Values.postgresql -}}
jdbc:postgresql://{{ required "postgresql.host is the address of the PostgreSQL server" .host }}:{{ .port }}/{{ index .databases (index $ 1) }}
{{- with .parameters }}?{{ . }}{{ end -}}
{{- end -}}
{{- end -}}
