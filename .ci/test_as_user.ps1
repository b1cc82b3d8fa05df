# Asks the filter engine as a standard user, which this script makes and removes again. Windows lets
# such a user open the engine but not list what it holds, so the answer has to be "access denied".
# Needs an administrator, and the executable in dist.

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'

$name = 'wfpcallout-test'
$folder = Join-Path $env:PUBLIC $name
$characters = [char[]](48..57 + 65..90 + 97..122)
$word = -join (1..24 | ForEach-Object { $characters | Get-Random }) + '-aA1'
$password = ConvertTo-SecureString $word -AsPlainText -Force
$credential = [pscredential]::new("$env:COMPUTERNAME\$name", $password)

New-LocalUser -Name $name -Password $password -AccountNeverExpires | Out-Null
try {
    Add-LocalGroupMember -SID 'S-1-5-32-545' -Member $name
    New-Item -ItemType Directory -Path $folder | Out-Null
    Copy-Item -Path dist/wfpcallout.exe -Destination $folder
    $process = Start-Process -FilePath "$folder\wfpcallout.exe" -ArgumentList 'list', '--live', '--json' `
        -Credential $credential -WorkingDirectory $folder -Wait -PassThru `
        -RedirectStandardOutput "$folder\answer.txt" -RedirectStandardError "$folder\error.txt"
    $answer = Get-Content -Path "$folder\answer.txt" -Raw
    $message = Get-Content -Path "$folder\error.txt" -Raw
    Write-Output "exit code $($process.ExitCode)" $message
    $report = $message | ConvertFrom-Json
    if ($process.ExitCode -ne 4 -or $report.error.code -ne 'accessDenied') {
        throw "Expected exit code 4 and accessDenied, not $($process.ExitCode): $answer"
    }
} finally {
    Remove-LocalUser -Name $name
    Remove-Item -Path $folder -Recurse -Force -ErrorAction SilentlyContinue
}
