//! What a user of the pet store's client writes: a list with a query, a body with a union in it,
//! a change, a call that answers nothing, and a type of its own to and from JSON.

use client::Client;
use client::types::{Dog, NewPet, Owner, Pet, PetChange, Species, Status};
use restitch::transport::InMemory;

async fn adopt(store: &Client) -> Result<Pet, restitch::AnyError> {
    let pets = store.pets();
    let page = pets.list_pets().status(Status::Available).limit(10).await?;
    for pet in &page.pets {
        println!("{} {:?}", pet.name, pet.species);
    }
    let dog = Dog::new("collie").commands(vec!["sit".to_owned()]);
    let new = NewPet::new("Rex", Species::Dog(dog)).price(120.5);
    let pet = pets.create_pet(new).await?;
    let change = PetChange::new()
        .owner(Owner::new("Ada").email("ada@example.com"))
        .price(restitch::Null);
    let pet = pets.update_pet(pet.id, change).await?;
    pets.delete_pet(pet.id).await?;
    Ok(pet.clone())
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let store = Client::builder()
        .token("token")
        .transport(InMemory::new())
        .build()?;
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let pet = runtime.block_on(adopt(&store))?;
    let text = restitch::json::to_string(&pet)?;
    let again: Pet = restitch::json::from_str(&text)?;
    println!("{}", again == pet);
    Ok(())
}
