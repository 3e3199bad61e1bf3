# What a script is from that we made: the product, the checks that it runs, and the ids that these had before.
# Nothing of any other.
function Get-ScriptOrigin {
    [OutputType([hashtable])]
    param([string] $Text)
    if ($Text -notmatch '(?m)^\$script:Product = ''([a-z0-9-]+)''') { return }
    $origin = @{ Product = $Matches[1] }
    $lists = @{
        Checks = '(?m)^\$script:DefaultChecks = @\(([^)]*)\)'
        Former = '(?m)^ {8}(?:Id = [^\r\n]*; )?Formerly = @\(([^)]*)\)'
    }
    foreach ($name in $lists.Keys) {
        $found = [regex]::Matches($Text, $lists[$name]) | ForEach-Object { $_.Groups[1].Value }
        $origin[$name] = @([regex]::Matches("$found", '[a-z0-9-]+') | ForEach-Object { $_.Value })
    }
    $origin
}
