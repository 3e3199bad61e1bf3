# The scripts for people beside this one, by what they do.
function Get-ProductScript {
    param([Parameter(Mandatory)] [string] $Source)
    $found = @{ 'detect' = ''; 'repair' = ''; 'collect' = '' }
    foreach ($file in Get-ChildItem -LiteralPath $Source -Filter '*.ps1') {
        $lines = [IO.File]::ReadAllLines($file.FullName)
        $line = $lines -match '^\$script:Phase = ''\w+''$' | Select-Object -First 1
        if ($line) { $found[($line -split "'")[1]] = $file.FullName }
    }
    $found
}
