{{/*
A private key on the curve P-256 as a JSON Web Key: (list "name of the service").
The key comes as SEC 1 in PEM. With this curve its DER form has fixed places: the private number is in the bytes 7 to 38,
the two coordinates of the public point are in the bytes 57 to 88 and 89 to 120.
*/}}
{{- define "limn.privateKey" -}}
{{- $der := genPrivateKey "ecdsa" | replace "-----BEGIN EC PRIVATE KEY-----" "" | replace "-----END EC PRIVATE KEY-----" "" | replace "\n" "" | b64dec -}}
{{- $members := dict "kty" "EC" "crv" "P-256" "alg" "ES256" "use" "sig" "kid" (index . 0) -}}
{{- range $name, $place := dict "d" (list 7 39) "x" (list 57 89) "y" (list 89 121) -}}
{{- $bytes := substr (int (index $place 0)) (int (index $place 1)) $der -}}
{{- $_ := set $members $name ($bytes | b64enc | replace "+" "-" | replace "/" "_" | trimAll "=") -}}
{{- end -}}
{{- $members | toJson -}}
{{- end -}}
