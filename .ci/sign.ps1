<#
.SYNOPSIS
    Signs all executables and module scripts below a folder with Authenticode.
.PARAMETER Path
    The folder.
.NOTES
    SIGNING_CERTIFICATE holds a PFX file in Base64, SIGNING_PASSWORD its password.
#>
param([Parameter(Mandatory)] [string] $Path)
$ErrorActionPreference = 'Stop'

$bytes = [Convert]::FromBase64String($env:SIGNING_CERTIFICATE)
$certificate = [Security.Cryptography.X509Certificates.X509Certificate2]::new($bytes, $env:SIGNING_PASSWORD)
$options = @{
    Certificate     = $certificate
    HashAlgorithm   = 'SHA256'
    IncludeChain    = 'NotRoot'
    TimestampServer = 'http://timestamp.digicert.com'
}
$files = Get-ChildItem -LiteralPath $Path -Recurse -File -Include '*.exe', '*.ps1', '*.psm1', '*.psd1', '*.ps1xml'
$bad = $files | Set-AuthenticodeSignature @options | Where-Object { $_.Status -ne 'Valid' }
if ($bad) {
    $bad | Format-List -Property Path, Status, StatusMessage
    throw 'Some files could not be signed'
}
