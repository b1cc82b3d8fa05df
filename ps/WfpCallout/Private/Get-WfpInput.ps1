function Get-WfpLineInput {
    # Standard input made of lines. An input is a table: Command names the function that takes the table
    # and gives the next bytes at each call, $null at the end; the rest is that function's own.
    [CmdletBinding()]
    [OutputType([hashtable])]
    param(
        [Parameter(Mandatory)]
        [AllowEmptyCollection()]
        [AllowEmptyString()]
        [System.Collections.Generic.List[string]] $Line
    )

    @{
        Command = 'Read-WfpLineInput'
        Line    = $Line
        Next    = 0
    }
}

function Read-WfpLineInput {
    # The next lines as bytes.
    [CmdletBinding()]
    [OutputType([byte[]])]
    param(
        [Parameter(Mandatory)]
        [hashtable] $State
    )

    $count = [System.Math]::Min(4096, $State.Line.Count - $State.Next)
    if ($count -gt 0) {
        $text = [string]::Join("`n", $State.Line.GetRange($State.Next, $count)) + "`n"
        $State.Next += $count
        $PSCmdlet.WriteObject([System.Text.UTF8Encoding]::new($false).GetBytes($text), $false)
    }
}

function Get-WfpFileInput {
    # Standard input made of text files, as UTF-8. A byte order mark says how a file is encoded.
    [CmdletBinding()]
    [OutputType([hashtable])]
    param(
        [Parameter(Mandatory)]
        [System.Management.Automation.PSCmdlet] $Cmdlet,

        [Parameter(Mandatory)]
        [System.Collections.Generic.List[string]] $Path
    )

    @{
        Command = 'Read-WfpFileInput'
        Cmdlet  = $Cmdlet
        Path    = $Path
        Next    = 0
        Reader  = $null
        Buffer  = [char[]]::new(65536)
        Ended   = $true
    }
}

function Read-WfpFileInput {
    # The next piece of the files as bytes; a file that cannot be read is an error, and the next one follows.
    [CmdletBinding()]
    [OutputType([byte[]])]
    param(
        [Parameter(Mandatory)]
        [hashtable] $State
    )

    while ($null -ne $State.Reader -or $State.Next -lt $State.Path.Count) {
        $count = 0
        try {
            if ($null -eq $State.Reader) {
                $State.Next++
                $State.Reader = [System.IO.StreamReader]::new($State.Path[$State.Next - 1], $true)
            }

            $count = $State.Reader.Read($State.Buffer, 0, $State.Buffer.Length - 1)

            # The two halves of a character beyond U+FFFF are encoded together or not at all.
            if ($count -gt 0 -and [char]::IsHighSurrogate($State.Buffer[$count - 1])) {
                $count += $State.Reader.Read($State.Buffer, $count, 1)
            }
        } catch {
            Write-WfpReadError -Cmdlet $State.Cmdlet -Path $State.Path[$State.Next - 1] -InnerException $_.Exception
        }

        if ($count -gt 0) {
            $State.Ended = $State.Buffer[$count - 1] -eq "`n"
            $bytes = [System.Text.UTF8Encoding]::new($false).GetBytes($State.Buffer, 0, $count)
            $PSCmdlet.WriteObject($bytes, $false)
            return
        }

        Close-WfpInput -State $State

        # The last line of a file must not run into the first one of the next.
        if (-not $State.Ended) {
            $State.Ended = $true
            $PSCmdlet.WriteObject([byte[]] 10, $false)
            return
        }
    }
}

function Close-WfpInput {
    # Frees the file that an input has open.
    [CmdletBinding()]
    param(
        [AllowNull()]
        [hashtable] $State
    )

    if ($null -ne $State -and $State.ContainsKey('Reader') -and $null -ne $State.Reader) {
        $State.Reader.Dispose()
        $State.Reader = $null
    }
}

function Write-WfpReadError {
    # Writes the error for a file that cannot be read.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)]
        [System.Management.Automation.PSCmdlet] $Cmdlet,

        [Parameter(Mandatory)]
        [string] $Path,

        [Parameter(Mandatory)]
        [System.Exception] $InnerException
    )

    $reason = $InnerException
    while ($null -ne $reason.InnerException) {
        $reason = $reason.InnerException
    }

    $unreadable = @{
        Id             = if ($reason -is [System.UnauthorizedAccessException]) { 'AccessDenied' } else { 'InputUnreadable' }
        Message        = "Cannot read `"$Path`": $($reason.Message)"
        Target         = $Path
        InnerException = $InnerException
    }
    $Cmdlet.WriteError((ConvertTo-WfpErrorRecord @unreadable))
}
