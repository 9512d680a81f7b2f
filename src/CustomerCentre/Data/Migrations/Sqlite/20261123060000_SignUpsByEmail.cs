using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CustomerCentre.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SignUpsByEmail : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "NormalizedEmail",
                table: "SignUps",
                type: "TEXT",
                maxLength: 254,
                nullable: false,
                defaultValue: "");

            // An address is compared in capitals; those of sign-ups that wait are theirs still.
            migrationBuilder.Sql("UPDATE SignUps SET NormalizedEmail = UPPER(Email)");

            migrationBuilder.CreateIndex(
                name: "IX_SignUps_NormalizedEmail",
                table: "SignUps",
                column: "NormalizedEmail");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_SignUps_NormalizedEmail",
                table: "SignUps");

            migrationBuilder.DropColumn(
                name: "NormalizedEmail",
                table: "SignUps");
        }
    }
}
