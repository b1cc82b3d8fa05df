function Read-WfpTool {
    # Runs the executable once and writes the lines of its standard output as they arrive. What it
    # says on standard error becomes errors and warnings of the calling command, at the end. The
    # process is gone when this function ends, whatever ends it.
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)]
        [System.Management.Automation.PSCmdlet] $Cmdlet,

        [Parameter(Mandatory)]
        [string] $Path,

        [Parameter(Mandatory)]
        [string[]] $ArgumentList,

        # Standard input, as Get-WfpLineInput makes it; none if null.
        [AllowNull()]
        [hashtable] $ReadInput,

        # Gets the exit code.
        [hashtable] $Status = @{},

        # The target of errors that name no file.
        [AllowNull()]
        [object] $Target,

        # The targets of errors about texts, by text.
        [AllowNull()]
        [System.Collections.Generic.Dictionary[string, System.Collections.Generic.List[object]]] $Given
    )

    $process = Open-WfpTool -Cmdlet $Cmdlet -Path $Path -ArgumentList $ArgumentList
    try {
        $errorText = $process.StandardError.ReadToEndAsync()
        $output = $process.StandardOutput
        $inputStream = $process.StandardInput.BaseStream
        $writing = $null

        # A 'break' or 'continue' of the caller, in a command further down, ends the nearest loop that
        # runs, which is this one; it is said again behind it, for the loop that it is meant for.
        $isOut = $false
        $isContinued = $false
        while ($true) {
            if ($isOut) {
                $isContinued = $true
                break
            }

            $reading = $output.ReadLineAsync()
            while ($true) {
                # Standard input is fed from here, a piece at a time, so that neither side waits for the other.
                if ($null -ne $inputStream -and ($null -eq $writing -or $writing.IsCompleted)) {
                    $bytes = $null
                    if ($null -ne $ReadInput -and ($null -eq $writing -or -not $writing.IsFaulted)) {
                        $bytes = & $ReadInput.Command -State $ReadInput
                    }

                    if ($null -ne $bytes) {
                        $writing = $inputStream.WriteAsync($bytes, 0, $bytes.Length)
                    } else {
                        Close-WfpToolInput -Process $process -Writing $writing
                        $inputStream = $null
                    }
                }

                # A short wait: Ctrl-C is seen between two of them.
                if ($reading.IsCompleted) {
                    break
                }

                $tasks = if ($null -ne $inputStream) { $reading, $writing } else { , $reading }
                [void] [System.Threading.Tasks.Task]::WaitAny([System.Threading.Tasks.Task[]] $tasks, 20)
            }

            $line = $reading.Result
            if ($null -eq $line) {
                break
            }

            $isOut = $true
            $line
            $isOut = $false
        }

        if ($isContinued) {
            continue
        } elseif ($isOut) {
            break
        }

        while (-not $process.WaitForExit(20)) { }
        while (-not $errorText.Wait(20)) { }
        $Status.ExitCode = $process.ExitCode
        $result = @{
            Cmdlet    = $Cmdlet
            ExitCode  = $process.ExitCode
            ErrorText = $errorText.Result
            Target    = $Target
            Given     = $Given
        }
        Write-WfpToolResult @result
    } finally {
        Close-WfpTool -Process $process
        Close-WfpInput -State $ReadInput
    }
}

function Open-WfpTool {
    # Starts the executable with its three streams as UTF-8 pipes.
    [CmdletBinding()]
    [OutputType([System.Diagnostics.Process])]
    param(
        [Parameter(Mandatory)]
        [System.Management.Automation.PSCmdlet] $Cmdlet,

        [Parameter(Mandatory)]
        [string] $Path,

        [Parameter(Mandatory)]
        [string[]] $ArgumentList
    )

    $utf8 = [System.Text.UTF8Encoding]::new($false)
    $start = [System.Diagnostics.ProcessStartInfo]::new()
    $start.FileName = $Path
    $start.Arguments = ConvertTo-WfpArgument -ArgumentList $ArgumentList
    $start.WorkingDirectory = [System.IO.Path]::GetDirectoryName($Path)
    $start.UseShellExecute = $false
    $start.CreateNoWindow = $true
    $start.RedirectStandardInput = $true
    $start.RedirectStandardOutput = $true
    $start.RedirectStandardError = $true
    $start.StandardOutputEncoding = $utf8
    $start.StandardErrorEncoding = $utf8

    # Variables of Deno's own would change what the executable does.
    foreach ($name in @($start.EnvironmentVariables.Keys)) {
        if ($name -match '^(DENO|NODE)_') {
            $start.EnvironmentVariables.Remove($name)
        }
    }

    $start.EnvironmentVariables['NO_COLOR'] = '1'

    $Cmdlet.WriteDebug("Starting '$Path' $($start.Arguments)")
    try {
        [System.Diagnostics.Process]::Start($start)
    } catch [System.ComponentModel.Win32Exception] {
        $unusable = @{
            Id             = 'ToolMissing'
            Message        = "Cannot start the executable of the module WfpCallout, '$Path': $($_.Exception.Message)"
            Hint           = 'install the module again for this operating system, and make sure that the file is executable'
            Target         = $Path
            InnerException = $_.Exception
        }
        $Cmdlet.ThrowTerminatingError((ConvertTo-WfpErrorRecord @unusable))
    }
}

function Close-WfpToolInput {
    # Ends standard input. The executable may have ended before it read everything: its exit code says why.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)]
        [System.Diagnostics.Process] $Process,

        [AllowNull()]
        [System.Threading.Tasks.Task] $Writing
    )

    if ($null -ne $Writing) {
        # An exception that nobody looks at would be reported by the run-time on another thread.
        $null = $Writing.Exception
    }

    try {
        $Process.StandardInput.Dispose()
    } catch [System.IO.IOException] {
        $null = $_
    }
}

function Close-WfpTool {
    # Ends the process if it still runs, and frees what it held.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)]
        [System.Diagnostics.Process] $Process
    )

    try {
        if (-not $Process.HasExited) {
            $Process.Kill()
            [void] $Process.WaitForExit(5000)
        }
    } catch [System.InvalidOperationException] {
        # It ended between the two calls.
        $null = $_
    } catch [System.ComponentModel.Win32Exception] {
        # It is ending already.
        $null = $_
    } finally {
        $Process.Dispose()
    }
}
