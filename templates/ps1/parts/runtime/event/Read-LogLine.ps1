# A service that writes to a log has it open, so it is shared. The file in which time runs out is given as far as
# read. A cabinet is unpacked into a folder of its own, which is removed again; a large one is left out.
function Read-LogLine {
    param(
        [Parameter(Mandatory)] [AllowEmptyCollection()] [string[]] $Path,
        [Parameter(Mandatory)] [string] $Pattern,
        [Parameter(Mandatory)] [int] $TimeoutSeconds,
        [int] $Megabytes = 256
    )
    $wanted = New-Object -TypeName regex -ArgumentList $Pattern, 'Compiled'
    $clock = [Diagnostics.Stopwatch]::StartNew()
    $found = @{}
    $unpacked = Join-Path -Path ([IO.Path]::GetTempPath()) -ChildPath "log-$([guid]::NewGuid())"
    try {
        for ($at = $Path.Count - 1; $at -ge 0; $at--) {
            $left = $TimeoutSeconds - $clock.Elapsed.TotalSeconds
            if ($left -le 0) { break }
            $lines = New-Object -TypeName 'Collections.Generic.List[string]'
            $found[$at] = $lines
            $file = $Path[$at]
            if ($file -like '*.cab') {
                if ((Get-Item -LiteralPath $file).Length -gt 16MB) { continue }
                $null = [IO.Directory]::CreateDirectory($unpacked)
                $name = "$([IO.Path]::GetFileNameWithoutExtension($file)).log"
                $expand = @{
                    Path           = "$env:SystemRoot\System32\expand.exe"
                    ArgumentList   = $file, "-F:$name", $unpacked
                    TimeoutSeconds = [math]::Ceiling($left)
                }
                $null = Invoke-NativeTool @expand
                $file = [IO.Path]::Combine($unpacked, $name)
            }
            try {
                $mode = 'Open', 'Read', 'ReadWrite, Delete'
                $stream = New-Object -TypeName IO.FileStream -ArgumentList (@($file) + $mode)
            }
            catch [IO.IOException] { continue }
            if ($stream.Length -gt $Megabytes * 1MB) { $null = $stream.Seek(-$Megabytes * 1MB, 'End') }
            $reader = New-Object -TypeName IO.StreamReader -ArgumentList $stream
            try {
                $count = 0
                while ($null -ne ($line = $reader.ReadLine())) {
                    if ($wanted.IsMatch($line)) { $lines.Add($line) }
                    $count++
                    if ($count % 10000 -eq 0 -and $clock.Elapsed.TotalSeconds -ge $TimeoutSeconds) { break }
                }
            }
            finally { $reader.Dispose() }
        }
    }
    finally {
        if ([IO.Directory]::Exists($unpacked)) { [IO.Directory]::Delete($unpacked, $true) }
    }
    foreach ($at in $found.Keys | Sort-Object) { $found[$at] }
}
